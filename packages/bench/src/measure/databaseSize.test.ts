import { databaseSizeOf } from './databaseSize';

describe('databaseSizeOf', () => {
  it('tells samples from the index, whatever parts they lie in', () => {
    const page = `vm_data_size_bytes{type="indexdb"} 5
vm_data_size_bytes{type="indexdb/file"} 2
vm_data_size_bytes{type="storage/small"} 100
vm_data_size_bytes{type="storage/big"} 1e3
vm_data_size_bytes_other{type="storage/big"} 9
`;
    expect(databaseSizeOf(page)).toEqual({ sampleBytes: 1_100, indexBytes: 7 });
  });
});
