-- Keys by which accounts were known before, and that sources may still send: each leads to an account. No account has one of
-- them for its own, unless it was merged.
create table account_alias (
  key        text        primary key,
  account_id bigint      not null references account on delete cascade,
  since      timestamptz not null
);
create index account_alias_account on account_alias (account_id);
