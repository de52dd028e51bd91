/**
 * One page of a longer list.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  pageInfo: {
    /** Parameter `cursor` of the next page; undefined on the last one. */
    nextCursor?: string;
  };
}
