-- Files of rows that become events. All files of a kind are of one source, so that rows that come again in another file are
-- found to be duplicates.
create table csv_import (
  id           bigint generated always as identity primary key,
  kind         text        not null check (kind in ('accounts', 'users', 'contracts', 'events')),
  source_id    int         not null references source on delete cascade,
  file_name    text        not null,
  bytes        bigint      not null default 0,
  -- Encoding, separator and header; null while the file is being received.
  format       jsonb,
  mapping      jsonb,
  state        text        not null check (state in ('uploading', 'uploaded', 'running', 'stopped', 'done', 'undoing', 'undone')),
  -- Why it stopped by itself.
  problem      text,
  rows         bigint      not null default 0,
  bytes_read   bigint      not null default 0,
  accepted     bigint      not null default 0,
  duplicates   bigint      not null default 0,
  rejected     bigint      not null default 0,
  -- Of an import that is undone: accounts that are concerned, and those that are done.
  undo_accounts int        not null default 0,
  undone_accounts int      not null default 0,
  -- Accounts that it had made, and that went with it; and those that stayed, since somebody had worked on them.
  removed_accounts int     not null default 0,
  kept_accounts int        not null default 0,
  author       text        not null,
  uploaded_at  timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz
);
create index csv_import_source on csv_import (source_id);

-- The file itself, in parts of a megabyte: whichever instance imports it finds it here.
create table csv_part (
  import_id bigint not null references csv_import on delete cascade,
  number    int    not null,
  data      bytea  not null,
  primary key (import_id, number)
);

-- The times in which an import ran. Imports of a kind run one after the other, so what its source received in these times,
-- it received from this import.
create table csv_stretch (
  import_id  bigint      not null references csv_import on delete cascade,
  from_time  timestamptz not null,
  until_time timestamptz not null,
  primary key (import_id, from_time)
);

-- How a file with this header was mapped last.
create table csv_mapping (
  kind     text        not null,
  header   jsonb       not null,
  mapping  jsonb       not null,
  saved_at timestamptz not null,
  primary key (kind, header)
);

-- Accounts whose facts were changed by imports that still run. They wait for scoring once these are at rest: half of a file
-- would raise false alerts, and start plays.
create table imported_account (
  account_id bigint not null,
  from_day   date   not null
);
