/** From a row that names a host to that host's own dashboard, with range and environment kept. */
export const hostLink = {
  title: 'This host',
  url: '/d/gomon-host?var-host=${__data.fields.instance}&${environment:queryparam}&${__url_time_range}',
};
