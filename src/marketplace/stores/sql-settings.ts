/**
 * What sessions are set to. Every query of the store has an index that gives its rows in order; these keep the planner
 * from reading everything instead where it knows too little of a table, or expects to meet enough rows early. They also
 * keep serializable transactions from locking whole tables and so failing each other.
 */
export const sessionSettings = {
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_sort: 'off',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
};
