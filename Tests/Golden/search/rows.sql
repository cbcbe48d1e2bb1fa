-- A few rows of everything that documents are made of.
insert into accounts (id, username, domain, display_name, note, uri, url, actor_type, indexable, discoverable, fields,
    suspended_at, moved_to_account_id, public_key, created_at, updated_at)
values
    (1, 'alice', null, 'Alice', 'Writes about <bread> & butter', '', null, null, true, true,
        '[{"name": "site", "value": "https://alice.example", "verified_at": "2026-01-02T03:04:05.678Z"}]', null, null, '',
        '2026-01-01', '2026-01-01'),
    (2, 'bob', null, 'Bob waits', 'not approved', '', null, null, true, true, null, null, null, '',
        '2026-01-01', '2026-01-01'),
    (3, 'carol', null, '', 'hides her note', '', null, 'Person', false, null,
        '[{"name": "not", "value": "verified", "verified_at": null}, {"name": "nor", "value": "this"}]', null, null, '',
        '2026-01-01 10:20:30.123456', '2026-01-01'),
    (11, 'dana', 'far.example', E'Dana \u200f\u05e9\u05dc\u05d5\u05dd \U0001F469\u200D\U0001F469\u200D\U0001F467',
        '<p>Bakes <b>bread</b><br>and rolls</p><p>&quot;really&quot;</p>', 'https://far.example/dana', null, 'Person',
        true, true, '[]', null, null, '', '2026-01-02', '2026-01-02'),
    (12, 'robot', 'far.example', 'A "robot" \ machine', '<p>beep', 'https://far.example/robot', null, 'Service', false,
        true, '{}', null, null, '', '2026-01-03', '2026-01-03'),
    (13, 'gone', 'far.example', 'Gone', '', 'https://far.example/gone', null, 'Person', true, true, null, '2026-02-02',
        null, '', '2026-01-03', '2026-01-03'),
    (14, 'moved', 'far.example', 'Moved', '', 'https://far.example/moved', null, 'Person', true, true, null, null, 11,
        '', '2026-01-03', '2026-01-03'),
    (15, 'early', 'blocked.example', E'tab\tand\u0001control', '', 'https://blocked.example/early', null, 'Application',
        true, false, '"odd"', null, null, '', '0044-03-15 BC', '2026-01-03'),
    (16, 'late', 'other.example', 'Late', '', 'https://other.example/late', null, 'Group', true, false, null, null, null,
        '', '12026-01-01', '2026-01-03');
insert into users (id, account_id, email, approved, confirmed_at, created_at, updated_at)
values
    (1, 1, 'alice@example.com', true, '2026-01-01', '2026-01-01', '2026-01-01'),
    (2, 2, 'bob@example.com', false, '2026-01-01', '2026-01-01', '2026-01-01'),
    (3, 3, 'carol@example.com', true, '2026-01-01', '2026-01-01', '2026-01-01');
insert into account_stats (id, account_id, following_count, followers_count, last_status_at, created_at, updated_at)
values
    (1, 1, 12, 34, '2026-11-01 23:59:59.999999', '2026-01-01', '2026-01-01'),
    (2, 11, 9000000000, 1, null, '2026-01-01', '2026-01-01');
insert into tags (id, name, display_name, listable, reviewed_at, last_status_at, created_at, updated_at)
values
    (1, 'bread', null, null, '2026-01-01', '2026-05-05 05:05:05', '2026-01-01', '2026-01-01'),
    (2, 'brotbacken', 'BrotBacken', true, null, null, '2026-01-02', '2026-01-02'),
    (3, 'hidden', null, false, null, null, '2026-01-03', '2026-01-03'),
    (4, E'\u65e5\u672c', null, null, null, null, '2026-01-04', '2026-01-04');
insert into domain_blocks (id, domain, severity, created_at, updated_at)
values (1, 'blocked.example', 0, '2026-01-01', '2026-01-01');
insert into statuses (id, account_id, uri, text, spoiler_text, local, language, sensitive, reply, in_reply_to_id,
    visibility, poll_id, ordered_media_attachment_ids, deleted_at, reblog_of_id, created_at, updated_at)
select id, account_id, case when account_id > 10 then 'https://far.example/' || id end, text, coalesce(spoiler, ''),
    account_id < 10, language, coalesce(sensitive, false), coalesce(reply, false), null, visibility, poll_id, media,
    deleted_at, reblog, coalesce(created_at, '2026-03-04 05:06:07.089'), '2026-03-04'
from (
    values
        (101::bigint, 1::bigint, 'plain <b>not markup</b> &amp; so on', 'a warning', 'en', true, false, 0, null::bigint,
            null::bigint[], null::timestamp, null::bigint, null::timestamp),
        (102, 1, E'lines\nof text\r\nand "quotes" \\ \t', null, null, false, true, 0, null, array[]::bigint[], null, null, null),
        (103, 1, 'for followers', null, 'de', false, false, 2, null, null, null, null, null),
        (104, 3, 'hers is not indexable', null, 'de', false, false, 0, null, null, null, null, null),
        (105, 1, 'deleted', null, 'de', false, false, 0, null, null, '2026-05-05', null, null),
        (106, 1, '', null, null, false, false, 0, null, null, null, 201, null),
        (201, 11, '<p>one</p><p>two<br>three</p>', null, 'fr', false, false, 0, null, null, null, null, null),
        (202, 11, '<p>unclosed <b>bold <i>both</b> italic', null, 'fr', false, false, 0, 1, null, null, null, null),
        (203, 11, '&lt;tag&gt; &amp;amp; &quot;q&quot; &nbsp;|&hellip; &#0;', 'cw &amp; more', null, true, true, 0, 2,
            null, null, null, null),
        (204, 11, '<ruby>' || E'\u6f22' || '<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', null, 'ja', false, false, 0, null,
            array[22, 21, 99]::bigint[], null, null, null),
        (205, 11, '<p>five files in the order of their ids</p>', null, 'fr', false, false, 0, null, null, null, null, null),
        (206, 11, '<p>none of its files is named</p>', null, 'fr', false, false, 0, null, array[]::bigint[], null, null, null),
        (207, 11, E'<p dir="rtl">\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c</p>', null, 'he', false, false, 0, null, null, null,
            null, null),
        (208, 11, '<script>alert(1)</script>x<style>p{}</style>y<!-- c -->', null, 'fr', false, false, 0, null, null, null,
            null, null),
        (209, 11, '<p><a href="x" class="mention">@<span>user</span></a> <span class="invisible">https://</span>long</p>',
            null, 'fr', false, false, 0, null, null, null, null, null),
        (210, 11, '<blockquote><p>q1</p><blockquote><p>q2</p></blockquote></blockquote><p>r</p>', null, 'fr', false, false,
            1, null, null, null, null, null),
        (211, 11, '<p>for one person</p>', null, 'fr', false, false, 3, null, null, null, null, null),
        (212, 12, '<p>not indexable</p>', null, 'fr', false, false, 0, null, null, null, null, null),
        (213, 11, '<p>before all</p>', null, 'fr', false, false, 0, null, null, null, null, '0044-03-15 BC'),
        (214, 11, '<p>after all</p>', null, 'fr', false, false, 0, null, null, null, null, '12026-01-01'),
        (215, 11, '<ul><li>a<li>b</ul><pre>' || E'\n' || 'x</pre><table><tr><td>c<td>d</table>', null, 'fr', false, false, 0,
            null, null, null, null, null),
        (216, 11, '', null, null, false, false, 0, null, null, null, null, null),
        (217, 11, 'a < b > c <3 <- & &copy2 &#128; &unknown;', null, 'fr', false, false, 0, null, null, null, null, null),
        (218, 11, E'<p>\U0001F600 e\u0301 \u2028 end\u0001</p>', null, 'fr', false, false, 0, null, null, null, null, null),
        (219, 11, '<p>' || repeat('long <b>text</b> ', 20) || '</p>', null, 'fr', false, false, 0, null, null, null, null, null)
) as post (id, account_id, text, spoiler, language, sensitive, reply, visibility, poll_id, media, deleted_at, reblog,
    created_at);
insert into polls (id, account_id, status_id, options, created_at, updated_at)
values
    (1, 11, 202, array['yes', 'no "quoted"', ''], '2026-01-01', '2026-01-01'),
    (2, 11, 203, array[]::varchar[], '2026-01-01', '2026-01-01');
update statuses set in_reply_to_id = 201 where id = 202;
insert into statuses_tags (status_id, tag_id) values (101, 2), (101, 1), (201, 4), (201, 3);
insert into media_attachments (id, status_id, account_id, type, description, created_at, updated_at)
values
    (21, 204, 11, 0, 'a picture', '2026-01-01', '2026-01-01'), (22, 204, 11, 2, null, '2026-01-01', '2026-01-01'),
    (23, 204, 11, 4, 'left out', '2026-01-01', '2026-01-01'),
    (31, 205, 11, 1, 'first', '2026-01-01', '2026-01-01'), (32, 205, 11, 3, 'second', '2026-01-01', '2026-01-01'),
    (33, 205, 11, 4, 'third', '2026-01-01', '2026-01-01'), (34, 205, 11, 0, '', '2026-01-01', '2026-01-01'),
    (35, 205, 11, 2, 'fifth', '2026-01-01', '2026-01-01'),
    (41, 206, 11, 0, 'unnamed', '2026-01-01', '2026-01-01'), (42, 102, 1, 0, 'local', '2026-01-01', '2026-01-01');
insert into preview_cards (id, url, type, created_at, updated_at)
values (1, 'https://news.example/1', 0, '2026-01-01', '2026-01-01'),
    (2, 'https://video.example/2', 2, '2026-01-01', '2026-01-01');
insert into preview_cards_statuses (preview_card_id, status_id) values (1, 201), (2, 202);
insert into mentions (id, account_id, status_id, silent, created_at, updated_at)
values (1, 1, 211, false, '2026-01-01', '2026-01-01'), (2, 3, 211, true, '2026-01-01', '2026-01-01'),
    (3, 12, 201, false, '2026-01-01', '2026-01-01');
insert into favourites (id, account_id, status_id, created_at, updated_at)
values (1, 3, 201, '2026-01-01', '2026-01-01'), (2, 1, 201, '2026-01-01', '2026-01-01'),
    (3, 11, 101, '2026-01-01', '2026-01-01'), (4, 3, 101, '2026-01-01', '2026-01-01');
insert into bookmarks (id, account_id, status_id, created_at, updated_at)
values (1, 3, 212, '2026-01-01', '2026-01-01'), (2, 1, 201, '2026-01-01', '2026-01-01');
insert into poll_votes (id, account_id, poll_id, choice, created_at, updated_at)
values (1, 3, 1, 0, '2026-01-01', '2026-01-01'), (2, 3, 1, 1, '2026-01-01', '2026-01-01'),
    (3, 11, 1, 1, '2026-01-01', '2026-01-01');
do $$
begin
    if to_regclass('quotes') is not null then
        insert into quotes (id, account_id, status_id, quoted_status_id, state, created_at, updated_at)
        values (1, 11, 210, 201, 1, '2026-01-01', '2026-01-01'), (2, 11, 209, null, 0, '2026-01-01', '2026-01-01');
    end if;
end
$$;
refresh materialized view instances;
