/** What the address of the audit holds. */
export type AuditSearch = {
  list?: 'access';
  from?: string;
  to?: string;
  result?: 'done' | 'refused';
  event?: string;
  person?: string;
};
