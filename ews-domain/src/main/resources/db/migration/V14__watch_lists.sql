-- A view of the portfolio under a name: the parameters of its address. Everybody sees a shared one.
create table saved_filter (
  id       bigint generated always as identity primary key,
  owner_id bigint  not null references member on delete cascade,
  name     text    not null,
  query    jsonb   not null,
  shared   boolean not null
);
create unique index saved_filter_name on saved_filter (owner_id, lower(name));

-- One pass of one member over a watch list in one week. The list is named as it was called, since it may be renamed or go.
create table review (
  id          bigint generated always as identity primary key,
  member_id   bigint      not null references member on delete cascade,
  list        text        not null,
  list_name   text        not null,
  -- Whose accounts of the list: all, none (those without a CSM), or the id of a member.
  whose       text        not null,
  week_on     date        not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  unique (member_id, list, whose, week_on)
);
create index review_week on review (week_on desc, id desc);

-- An account of a review, with its health as it was when it was marked.
create table review_account (
  account_id bigint      not null references account on delete cascade,
  review_id  bigint      not null references review on delete cascade,
  place      int         not null,
  added_at   timestamptz not null,
  mark       text check (mark in ('reviewed', 'flagged')),
  note       text,
  marked_at  timestamptz,
  band       text,
  score      smallint,
  -- What a flag came to.
  settled_at timestamptz,
  settled_by text,
  answer     text,
  primary key (account_id, review_id),
  check ((mark is null) = (marked_at is null)),
  check (settled_at is null or mark = 'flagged')
);
create index review_account_review on review_account (review_id, place);
create index review_account_flagged on review_account (marked_at) where mark = 'flagged' and settled_at is null;
