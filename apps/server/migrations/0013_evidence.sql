-- What has to be shown before a case may end, by the risk of the matter: low, middle, high.
alter table standards add column evidence text not null default 'statement';
alter table standards add constraint standards_evidence_known
  check (evidence in ('statement', 'picture_pair', 'field_check'));
alter table standards alter column evidence drop default;

-- Rows of cases are left as they are, however many: what older ones lack is filled in when they are read.
