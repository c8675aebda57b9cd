-- Keys by which accounts were known before, and that sources may still send: each leads to an account. No account has one of
-- them for its own.
create table account_alias (
  key        text        primary key,
  account_id bigint      not null references account on delete cascade,
  since      timestamptz not null
);
create index account_alias_account on account_alias (account_id);

-- An archived account leaves lists, scoring and detection; what sources send of it goes on being kept.
alter table account add column archived_at timestamptz;
create index account_archived on account (id) where archived_at is not null;

-- The account that it is a part of.
alter table account add column parent_id bigint references account on delete set null;
create index account_parent on account (parent_id) where parent_id is not null;
