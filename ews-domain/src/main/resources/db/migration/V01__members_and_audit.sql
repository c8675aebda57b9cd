create table member (
  id            bigint generated always as identity primary key,
  email         text        not null,
  name          text        not null,
  role          text        not null check (role in ('csm', 'manager', 'executive', 'admin')),
  password_hash text,
  active        boolean     not null default true,
  sample        boolean     not null default false,
  created_at    timestamptz not null,
  seen_at       timestamptz,
  -- The last day on which they opened Today, and the one before, since which they are told what changed.
  visited_on     date,
  visited_before date
);
create unique index member_email on member (lower(email));

-- A link with which a member sets a password, once. Only the SHA-256 of its token is kept.
create table invitation (
  token_hash bytea       primary key,
  member_id  bigint      not null unique references member on delete cascade,
  expires_at timestamptz not null
);

-- Every change that a person or a key makes: who, what, when, and what it looked like.
create table audit_entry (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  member_id bigint references member on delete set null,
  actor     text        not null,
  action    text        not null,
  subject   text        not null,
  detail    jsonb
);
create index audit_entry_at on audit_entry (at);
