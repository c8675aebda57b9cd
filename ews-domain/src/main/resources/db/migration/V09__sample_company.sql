-- How far the sample company has been told; at most one row, none where there is no sample company.
create table sample_company (
  id         int  primary key check (id = 1),
  anchor     date not null,
  phase      text not null check (phase in ('telling', 'scoring', 'ready', 'failed')),
  customers  int  not null,
  told_until date not null,
  waiting    int  not null,
  failure    text
);
