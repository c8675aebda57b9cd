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

-- Two accounts that were made one: kept stays, gone went, with the keys that led to it besides its own. Both as they were.
create table account_merge (
  id        bigint generated always as identity primary key,
  kept_id   bigint      not null,
  gone_id   bigint      not null,
  gone_key  text        not null,
  gone_name text        not null,
  keys      text[]      not null,
  kept      jsonb       not null,
  gone      jsonb       not null,
  at        timestamptz not null,
  author    text        not null,
  undone_at timestamptz,
  undone_by text
);
create index account_merge_gone on account_merge (gone_id);

-- Rows of the two as they were, so that it can be undone for some time; of work, only those of the account that went.
create table account_merge_row (
  merge_id   bigint  not null references account_merge on delete cascade,
  table_name text    not null,
  of_kept    boolean not null,
  row        jsonb   not null
);
create index account_merge_row_table on account_merge_row (merge_id, table_name);

-- Rows that refer to each other by account and id change their account one after the other, and fit together at the end.
do $$
declare it record;
begin
  for it in
    select conrelid::regclass as of_table, conname from pg_constraint
    where contype = 'f' and cardinality(conkey) = 2 and connamespace = 'public'::regnamespace
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', it.of_table, it.conname);
  end loop;
end $$;
