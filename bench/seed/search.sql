-- An instance with :posts posts worth indexing, most of them remote, in the proportions of a server of a few hundred
-- people: psql -v posts=1000000 -f search.sql. Everything follows from the row's number, so that two runs are alike.
set client_min_messages = warning;
set synchronous_commit = off;
-- What is inserted fits together; a superuser need not have it checked row by row.
select set_config('session_replication_role', 'replica', false) from pg_roles where rolname = current_user and rolsuper;

-- 3,000 words of two to four syllables, some with accents or of other scripts.
create temporary table words as
select n, case
    when n % 97 = 0 then (array['日本', 'Привет', 'łódź', '🌍', 'naïve', 'Füße'])[1 + n / 97 % 6]
    else (select string_agg((array['ka','lo','mi','ren','su','ta','ver','no','di','pel','or','an','tis','gu','ba','es'])
        [1 + (hashint4(n * 8 + part) & 15)], '' order by part) from generate_series(1, 2 + n % 3) as part) end as word
from generate_series(0, 2999) as n;
create unique index on words (n);
analyze words;

-- Sentences; a word's chance falls with its number.
create temporary table sentences as
select number as n, (
    select string_agg(words.word, ' ' order by part)
    from generate_series(1, 6 + number % 9) as part
    join words on words.n = (2999 * power((hashint4(number * 32 + part) & 65535) / 65536.0, 3))::int
) || (array['.', '!', '?', ' &amp; more.', ': it&#39;s so.'])[1 + number % 5] as sentence
from generate_series(0, 4095) as number;
create unique index on sentences (n);
analyze sentences;

insert into accounts (id, username, domain, display_name, uri, url, indexable, discoverable, note, created_at, updated_at)
select n, 'person' || n, case when n > 300 then 'social' || n % 900 || '.example' end, 'Person ' || n,
    'https://social' || n % 900 || '.example/users/person' || n, 'https://social' || n % 900 || '.example/@person' || n,
    true, true, '<p>Note of person ' || n || '</p>', now() - interval '900 days', now()
from generate_series(1, 300 + :posts / 25) as n;

insert into users (account_id, email, approved, confirmed_at, created_at, updated_at)
select n, 'person' || n || '@example.com', true, now(), now(), now()
from generate_series(1, 300) as n;

insert into tags (id, name, display_name, created_at, updated_at)
select n, 'tag' || n, case when n % 3 = 0 then 'Tag' || n end, now(), now()
from generate_series(1, 100 + :posts / 100) as n;

-- A post a minute, up to yesterday: ids hold milliseconds since 1970, shifted by 16 bits.
create temporary table posts as
select n, (((extract(epoch from timestamp '2026-11-01') * 1000)::bigint - (:posts - n)::bigint * 60000) << 16)
        | (hashint4(n) & 65535) as id,
    n % 20 = 0 as local, timestamp '2026-11-01' - (:posts - n) * interval '1 minute' as moment,
    hashint4(n) & 2147483647 as dice
from generate_series(1, :posts) as n;

create temporary table written as
select posts.n, s1.sentence || case when dice % 3 = 0 then '' else ' ' || s2.sentence end as first,
    case when dice % 4 = 0 then s3.sentence || ' ' || s4.sentence end as second
from posts
join sentences as s1 on s1.n = dice & 4095
join sentences as s2 on s2.n = dice >> 7 & 4095
join sentences as s3 on s3.n = dice >> 12 & 4095
join sentences as s4 on s4.n = dice >> 17 & 4095;

insert into statuses (id, account_id, uri, url, text, spoiler_text, local, language, sensitive, reply, in_reply_to_id,
    visibility, poll_id, ordered_media_attachment_ids, created_at, updated_at)
select id,
    case when local then 1 + dice % 300
        else 301 + (power((dice & 65535) / 65536.0, 2) * (:posts / 25 - 1))::bigint end,
    'https://social' || dice % 900 || '.example/users/p/statuses/' || id,
    'https://social' || dice % 900 || '.example/@p/' || id,
    case when local then first || coalesce(E'\n\n' || second, '')
    else '<p>' || case when dice % 3 = 1 then '<span class="h-card" translate="no"><a href="https://social' || dice % 900
            || '.example/@person' || dice % 5000 || '" class="u-url mention">@<span>person' || dice % 5000
            || '</span></a></span> ' else '' end
        || first || case when dice % 5 = 0 then '<br />' || coalesce(second, 'and so on') else '' end || '</p>'
        || coalesce('<p>' || second || '</p>', '')
        || case when dice % 3 = 0 then '<p><a href="https://social' || dice % 900 || '.example/tags/tag' || dice % 700
            || '" class="mention hashtag" rel="tag">#<span>tag' || dice % 700 || '</span></a> <a href="https://social'
            || dice % 900 || '.example/tags/tag' || dice % 50 || '" class="mention hashtag" rel="tag">#<span>tag'
            || dice % 50 || '</span></a></p>' else '' end
        || case when dice % 7 = 0 then '<p><a href="https://news' || dice % 300 || '.example/articles/' || n
            || '?ref=fediverse&amp;id=' || dice || '" target="_blank" rel="nofollow noopener noreferrer">'
            || '<span class="invisible">https://</span><span class="ellipsis">news' || dice % 300
            || '.example/articles</span><span class="invisible">/' || n || '?ref=fediverse&amp;id=' || dice
            || '</span></a></p>' else '' end
    end,
    case when dice % 17 = 0 then 'about ' || dice % 99 else '' end, local,
    (array['en', 'en', 'en', 'de', 'ja', 'fr', null])[1 + dice % 7], dice % 23 = 0, dice % 3 = 1, null, 0,
    case when dice % 101 = 0 then n end,
    case when dice % 11 = 0 then array[n * 2::bigint, n * 2 + 1] when dice % 4 = 0 then array[n * 2::bigint] end,
    moment, moment
from posts join written using (n);

-- Boosts by people here of what others wrote: rows that are no documents.
insert into statuses (id, account_id, uri, text, local, reblog_of_id, visibility, created_at, updated_at)
select id + 1, 1 + n % 300, 'https://sandbox.example/boosts/' || id, '', true, id, 0, moment, moment
from posts where n % 33 = 0;

insert into statuses_tags (status_id, tag_id)
select id, 1 + dice % (100 + :posts / 100) from posts where dice % 3 = 0
union select id, 1 + dice % 50 from posts where dice % 3 = 0 or dice % 13 = 0
order by 1, 2;

insert into media_attachments (id, status_id, account_id, type, description, created_at, updated_at)
select n * 2 + part, id, null, (array[0, 0, 0, 0, 2, 1, 4])[1 + dice % 7],
    case when dice % 5 < 3 then (select sentence from sentences where sentences.n = (dice + part * 77) & 4095) end,
    moment, moment
from posts, generate_series(0, 1) as part
where case when dice % 11 = 0 then true when dice % 4 = 0 then part = 0 else false end;

insert into polls (id, account_id, status_id, options, created_at, updated_at)
select n, 301, id, array['yes ' || n, 'no', 'whatever'], moment, moment from posts where dice % 101 = 0;

insert into preview_cards (id, url, type, created_at, updated_at)
select n, 'https://news.example/' || n, case when n % 9 = 0 then 2 else 0 end, now(), now()
from generate_series(1, 1 + :posts / 40) as n;

insert into preview_cards_statuses (preview_card_id, status_id)
select 1 + dice % (1 + :posts / 40), id from posts where dice % 7 = 0;

insert into quotes (id, account_id, status_id, quoted_status_id, state, created_at, updated_at)
select n, 301, id, null, 1, moment, moment from posts where dice % 79 = 0;

insert into mentions (account_id, status_id, silent, created_at, updated_at)
select 1 + dice % 300, id, false, moment, moment from posts where not local and dice % 19 = 0;

insert into favourites (account_id, status_id, created_at, updated_at)
select 1 + (dice >> part) % 300, id, moment, moment
from posts, generate_series(1, 3) as part
where n % 9 = 0
group by 1, id, moment;

insert into bookmarks (account_id, status_id, created_at, updated_at)
select 1 + dice % 300, id, moment, moment from posts where n % 41 = 0;

insert into poll_votes (account_id, poll_id, choice, created_at, updated_at)
select 1 + n % 300, n, 0, now(), now() from posts where dice % 101 = 0 and n % 2 = 0;

vacuum (analyze) accounts, users, tags, statuses, statuses_tags, media_attachments, polls, poll_votes, preview_cards,
    preview_cards_statuses, quotes, mentions, favourites, bookmarks;
