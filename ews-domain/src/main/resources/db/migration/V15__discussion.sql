-- What members say to each other about an account: about one of its runs, one of its alerts, or all of it.
create table comment (
  account_id bigint      not null references account on delete cascade,
  id         bigint      generated always as identity,
  run_id     bigint,
  alert_id   bigint,
  member_id  bigint      references member on delete set null,
  author     text        not null,
  text       text        not null,
  written_at timestamptz not null,
  edited_at  timestamptz,
  primary key (account_id, id),
  foreign key (account_id, run_id) references run on delete cascade,
  foreign key (account_id, alert_id) references alert on delete cascade,
  check (run_id is null or alert_id is null)
);
create index comment_id on comment (id);
create index comment_written on comment (account_id, written_at desc);

-- Whom a comment has mentioned, so that editing it mentions nobody twice.
create table comment_mention (
  account_id bigint not null,
  comment_id bigint not null,
  member_id  bigint not null references member on delete cascade,
  primary key (account_id, comment_id, member_id),
  foreign key (account_id, comment_id) references comment on delete cascade
);

-- Which open tasks go along when an account gets another CSM.
create table follow_up_policy (
  only_one     boolean primary key default true check (only_one),
  owner_change text    not null check (owner_change in ('none', 'all_but_manual', 'all'))
);
insert into follow_up_policy (owner_change) values ('all_but_manual');

-- For the list of all of them.
create index touchpoint_time on touchpoint (occurred_at desc, id desc);
