import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the messages of a topic take on the disk of the one node of a Kafka, bytes: its log segments, not their indexes.
 * @param dir - the folder that the Kafka was made in
 */
export async function bytesOnDisk(dir: string, topic: string): Promise<number> {
  const data = join(dir, 'kafka', 'data');
  const partition = new RegExp(`^${topic}-\\d+$`);
  let bytes = 0;
  for (const folder of await readdir(data)) {
    if (!partition.test(folder)) continue;
    for (const file of await readdir(join(data, folder))) {
      if (file.endsWith('.log'))
        bytes += (await stat(join(data, folder, file))).size;
    }
  }
  return bytes;
}
