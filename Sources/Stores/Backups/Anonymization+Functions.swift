import Postgres

extension Anonymization {
    /// They live in the session's own schema and go with it.
    static let functions: [Statement] = [
        """
        create function pg_temp.mastoctl_hash(value text) returns text language sql stable as $body$
            select encode(sha256(convert_to(current_setting('mastoctl.secret') || value, 'UTF8')), 'hex')
        $body$
        """,
        """
        create function pg_temp.mastoctl_pseudonym(value text) returns text language sql stable as $body$
            select 'user-' || left(pg_temp.mastoctl_hash(lower(value)), 20) || '@anonymized.invalid'
        $body$
        """,
        """
        create function pg_temp.mastoctl_words(value text) returns text language sql stable as $body$
            select case when value = '' then '' else 'text-' || left(pg_temp.mastoctl_hash(value), 12) end
        $body$
        """,
        // Of the network that is nobody's (fd00::/8): so many that no two become one.
        """
        create function pg_temp.mastoctl_place(value inet) returns inet language sql stable as $body$
            select (
                'fd' || left(digits, 2) || ':' || substr(digits, 3, 4) || ':' || substr(digits, 7, 4) || ':'
                || substr(digits, 11, 4) || ':' || substr(digits, 15, 4) || ':' || substr(digits, 19, 4) || ':'
                || substr(digits, 23, 4) || ':' || substr(digits, 27, 4)
            )::inet
            from (select pg_temp.mastoctl_hash(value::text) as digits) as hashed
        $body$
        """,
        // Addresses in a text, also behind other letters; those with marks in them that end a word are sought as they are.
        """
        create function pg_temp.mastoctl_found(value text) returns table (original text, pseudonym text)
        language plpgsql stable as $body$
        begin
            return query
            select address.original, address.pseudonym
            from regexp_matches(lower(value), '([^][[:space:]"''<>@,;:()]+)@([[:alnum:].-]*[[:alnum:]])', 'g')
                as word(parts)
            join pg_temp.mastoctl_addresses as address
                on address.domain = word.parts[2]
                and right(word.parts[1], length(address.name)) = address.name
            union
            select address.original, address.pseudonym
            from pg_temp.mastoctl_addresses as address
            where address.original ~ '[][[:space:]"''<>,;:()]'
                and strpos(lower(value), address.original) > 0;
        end
        $body$
        """,
        """
        create function pg_temp.mastoctl_scrubbed(value text) returns text language plpgsql stable as $body$
        declare
            found record;
            place integer;
        begin
            for found in
                select known.original, known.pseudonym
                from pg_temp.mastoctl_found(value) as known
                order by length(known.original) desc
            loop
                loop
                    place := strpos(lower(value), found.original);
                    exit when place = 0;
                    value := overlay(value placing found.pseudonym from place for length(found.original));
                end loop;
            end loop;
            return value;
        end
        $body$
        """,
    ]
}
