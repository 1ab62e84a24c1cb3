-- What has to be shown before a case may end, by the risk of the matter: low, middle, high.
alter table standards add column evidence text not null default 'statement';
alter table standards add constraint standards_evidence_known
  check (evidence in ('statement', 'picture_pair', 'field_check'));
alter table standards alter column evidence drop default;

-- Cases that were dispatched before keep to what was asked for then: a statement.
update cases c set details = c.details
  || '{"evidence": "statement"}'
  || case when jsonb_typeof(c.details -> 'preClosureCheck') = 'object'
       then jsonb_build_object('preClosureCheck', (c.details -> 'preClosureCheck') || '{"onSite": false}')
       else '{}' end
  || case when c.details -> 'attachments' <> '[]'
       then jsonb_build_object('attachments', (
         select jsonb_agg(one || jsonb_build_object('at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
           order by place)
         from jsonb_array_elements(c.details -> 'attachments') with ordinality as listed (one, place)
         join attachments a on a.jurisdiction_id = c.jurisdiction_id and a.id = (one ->> 'attachmentId')::uuid))
       else '{}' end;
