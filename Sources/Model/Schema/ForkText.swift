// swift-format-ignore-file
enum ForkText {
    /// What forks of Mastodon add to its tables, as their own `db/schema.rb` says: glitch-soc of August 2026, chuckya of
    /// July 2026, kmyblue of October 2024, hometown of May 2021, fedibird of November 2022, ecko of February 2024; of the
    /// last two, which are of Mastodon 3.4, only what tells them apart. The format is described at `MastodonFork`.
    static let lines: StaticString = #"""
        k kmyblue | ng_rules statuses.searchability
        t account_statuses_cleanup_policies
        c keep_self_emoji boolean! = true
        c min_emojis integer
        t accounts
        c master_settings jsonb
        c remote_pending boolean! = false
        c searchability integer! = 2
        c settings jsonb
        t antenna_accounts
        c id bigint! = nextval('antenna_accounts_id_seq'::regclass)
        c account_id bigint!
        c antenna_id bigint!
        c created_at timestamp!
        c exclude boolean! = false
        c updated_at timestamp!
        i antenna_accounts_pkey primary | id
        f fk_antenna_accounts_account_id account_id accounts id cascade
        f fk_antenna_accounts_antenna_id antenna_id antennas id cascade
        t antenna_domains
        c id bigint! = nextval('antenna_domains_id_seq'::regclass)
        c antenna_id bigint!
        c created_at timestamp!
        c exclude boolean! = false
        c name varchar
        c updated_at timestamp!
        i antenna_domains_pkey primary | id
        f fk_antenna_domains_antenna_id antenna_id antennas id cascade
        t antenna_tags
        c id bigint! = nextval('antenna_tags_id_seq'::regclass)
        c antenna_id bigint!
        c created_at timestamp!
        c exclude boolean! = false
        c tag_id bigint!
        c updated_at timestamp!
        i antenna_tags_pkey primary | id
        f fk_antenna_tags_antenna_id antenna_id antennas id cascade
        f fk_antenna_tags_tag_id tag_id tags id cascade
        t antennas
        c id bigint! = nextval('antennas_id_seq'::regclass)
        c account_id bigint!
        c any_accounts boolean! = true
        c any_domains boolean! = true
        c any_keywords boolean! = true
        c any_tags boolean! = true
        c available boolean! = true
        c created_at timestamp!
        c exclude_accounts jsonb
        c exclude_domains jsonb
        c exclude_keywords jsonb
        c exclude_tags jsonb
        c expires_at timestamp
        c ignore_reblog boolean! = false
        c insert_feeds boolean! = false
        c keywords jsonb
        c list_id bigint!
        c ltl boolean! = false
        c stl boolean! = false
        c title varchar! = ''::character varying
        c updated_at timestamp!
        c with_media_only boolean! = false
        i antennas_pkey primary | id
        f fk_antennas_account_id account_id accounts id cascade
        t bookmark_categories
        c id bigint! = nextval('bookmark_categories_id_seq'::regclass)
        c account_id bigint!
        c created_at timestamp(6)!
        c title varchar! = ''::character varying
        c updated_at timestamp(6)!
        i bookmark_categories_pkey primary | id
        f fk_bookmark_categories_account_id account_id accounts id cascade
        t bookmark_category_statuses
        c id bigint! = nextval('bookmark_category_statuses_id_seq'::regclass)
        c bookmark_category_id bigint!
        c bookmark_id bigint
        c created_at timestamp(6)!
        c status_id bigint!
        c updated_at timestamp(6)!
        i bookmark_category_statuses_pkey primary | id
        f fk_bookmark_category_statuses_bookmark_category_id bookmark_category_id bookmark_categories id cascade
        f fk_bookmark_category_statuses_bookmark_id bookmark_id bookmarks id cascade
        f fk_bookmark_category_statuses_status_id status_id statuses id cascade
        t circle_accounts
        c id bigint! = nextval('circle_accounts_id_seq'::regclass)
        c account_id bigint!
        c circle_id bigint
        c created_at timestamp(6)!
        c follow_id bigint!
        c updated_at timestamp(6)!
        i circle_accounts_pkey primary | id
        f fk_circle_accounts_account_id account_id accounts id cascade
        f fk_circle_accounts_circle_id circle_id circles id cascade
        f fk_circle_accounts_follow_id follow_id follows id cascade
        t circle_statuses
        c id bigint! = nextval('circle_statuses_id_seq'::regclass)
        c circle_id bigint
        c created_at timestamp(6)!
        c status_id bigint!
        c updated_at timestamp(6)!
        i circle_statuses_pkey primary | id
        f fk_circle_statuses_circle_id circle_id circles id cascade
        f fk_circle_statuses_status_id status_id statuses id cascade
        t circles
        c id bigint! = nextval('circles_id_seq'::regclass)
        c account_id bigint!
        c created_at timestamp(6)!
        c title varchar! = ''::character varying
        c updated_at timestamp(6)!
        i circles_pkey primary | id
        f fk_circles_account_id account_id accounts id cascade
        t conversations
        c ancestor_status_id bigint
        c inbox_url varchar
        t custom_csses
        c id bigint! = nextval('custom_csses_id_seq'::regclass)
        c created_at timestamp(6)!
        c css varchar! = ''::character varying
        c updated_at timestamp(6)!
        c user_id bigint!
        i custom_csses_pkey primary | id
        f fk_custom_csses_user_id user_id users id cascade
        t custom_emojis
        c aliases jsonb
        c image_height integer
        c image_width integer
        c is_sensitive boolean! = false
        c license varchar
        t custom_filters
        c exclude_follows boolean! = false
        c exclude_localusers boolean! = false
        c with_profile boolean! = false
        c with_quote boolean! = true
        t domain_blocks
        c block_trends boolean! = false
        c detect_invalid_subscription boolean! = false
        c hidden boolean! = false
        c reject_favourite boolean! = false
        c reject_friend boolean! = false
        c reject_hashtag boolean! = false
        c reject_new_follow boolean! = false
        c reject_reply_exclude_followers boolean! = false
        c reject_send_sensitive boolean! = false
        c reject_straight_follow boolean! = false
        t emoji_reactions
        c id bigint! = nextval('emoji_reactions_id_seq'::regclass)
        c account_id bigint!
        c created_at timestamp!
        c custom_emoji_id bigint
        c name varchar! = ''::character varying
        c status_id bigint!
        c updated_at timestamp!
        c uri varchar
        i emoji_reactions_pkey primary | id
        f fk_emoji_reactions_account_id account_id accounts id cascade
        f fk_emoji_reactions_custom_emoji_id custom_emoji_id custom_emojis id cascade
        f fk_emoji_reactions_status_id status_id statuses id cascade
        t favourites
        c uri varchar
        t friend_domains
        c id bigint! = nextval('friend_domains_id_seq'::regclass)
        c active_follow_activity_id varchar
        c active_state integer! = 0
        c allow_all_posts boolean! = true
        c available boolean! = true
        c created_at timestamp(6)!
        c delivery_local boolean! = true
        c domain varchar! = ''::character varying
        c inbox_url varchar! = ''::character varying
        c passive_follow_activity_id varchar
        c passive_state integer! = 0
        c pseudo_relay boolean! = false
        c updated_at timestamp(6)!
        i friend_domains_pkey primary | id
        t instance_infos
        c id bigint! = nextval('instance_infos_id_seq'::regclass)
        c created_at timestamp(6)!
        c data jsonb! = '{}'::jsonb
        c domain varchar! = ''::character varying
        c software varchar! = ''::character varying
        c updated_at timestamp(6)!
        c version varchar! = ''::character varying
        i instance_infos_pkey primary | id
        t list_statuses
        c id bigint! = nextval('list_statuses_id_seq'::regclass)
        c created_at timestamp(6)!
        c list_id bigint!
        c status_id bigint!
        c updated_at timestamp(6)!
        i list_statuses_pkey primary | id
        f fk_list_statuses_list_id list_id lists id cascade
        f fk_list_statuses_status_id status_id statuses id cascade
        t lists
        c notify boolean! = false
        t ng_rule_histories
        c id bigint! = nextval('ng_rule_histories_id_seq'::regclass)
        c account_id bigint
        c created_at timestamp(6)!
        c data jsonb
        c hidden boolean! = false
        c local boolean! = true
        c ng_rule_id bigint!
        c reason integer!
        c reason_action integer!
        c text varchar
        c updated_at timestamp(6)!
        c uri varchar
        i ng_rule_histories_pkey primary | id
        f fk_ng_rule_histories_account_id account_id accounts id no_action
        f fk_ng_rule_histories_ng_rule_id ng_rule_id ng_rules id no_action
        t ng_rules
        c id bigint! = nextval('ng_rules_id_seq'::regclass)
        c account_allow_followed_by_local boolean! = false
        c account_avatar_state integer! = 0
        c account_display_name varchar! = ''::character varying
        c account_domain varchar! = ''::character varying
        c account_field_name varchar! = ''::character varying
        c account_field_value varchar! = ''::character varying
        c account_header_state integer! = 0
        c account_include_local boolean! = true
        c account_note varchar! = ''::character varying
        c account_username varchar! = ''::character varying
        c available boolean! = true
        c created_at timestamp(6)!
        c emoji_reaction_name varchar! = ''::character varying
        c emoji_reaction_origin_domain varchar! = ''::character varying
        c expires_at timestamp(6)
        c reaction_allow_follower boolean! = true
        c reaction_type varchar[]! = '{}'::character varying[]
        c record_history_also_local boolean! = true
        c status_allow_follower_mention boolean! = true
        c status_cw_state integer! = 0
        c status_media_state integer! = 0
        c status_media_threshold integer! = '-1'::integer
        c status_mention_state integer! = 0
        c status_mention_threshold integer! = '-1'::integer
        c status_poll_state integer! = 0
        c status_poll_threshold integer! = '-1'::integer
        c status_quote_state integer! = 0
        c status_reference_state integer! = 0
        c status_reference_threshold integer! = '-1'::integer
        c status_reply_state integer! = 0
        c status_searchability varchar[]! = '{}'::character varying[]
        c status_sensitive_state integer! = 0
        c status_spoiler_text varchar! = ''::character varying
        c status_tag varchar! = ''::character varying
        c status_tag_threshold integer! = '-1'::integer
        c status_text varchar! = ''::character varying
        c status_visibility varchar[]! = '{}'::character varying[]
        c title varchar! = ''::character varying
        c updated_at timestamp(6)!
        i ng_rules_pkey primary | id
        t ng_words
        c id bigint! = nextval('ng_words_id_seq'::regclass)
        c created_at timestamp(6)!
        c keyword varchar!
        c regexp boolean! = false
        c stranger boolean! = true
        c updated_at timestamp(6)!
        i ng_words_pkey primary | id
        t ngword_histories
        c id bigint! = nextval('ngword_histories_id_seq'::regclass)
        c count integer! = 0
        c created_at timestamp(6)!
        c keyword varchar!
        c reason integer!
        c target_type integer!
        c text varchar!
        c updated_at timestamp(6)!
        c uri varchar!
        i ngword_histories_pkey primary | id
        t pending_follow_requests
        c id bigint! = nextval('pending_follow_requests_id_seq'::regclass)
        c account_id bigint!
        c created_at timestamp(6)!
        c target_account_id bigint!
        c updated_at timestamp(6)!
        c uri varchar!
        i pending_follow_requests_pkey primary | id
        f fk_pending_follow_requests_target_account_id target_account_id accounts id cascade
        f fk_pending_follow_requests_account_id account_id accounts id cascade
        t pending_statuses
        c id bigint! = nextval('pending_statuses_id_seq'::regclass)
        c account_id bigint!
        c created_at timestamp(6)!
        c fetch_account_id bigint!
        c updated_at timestamp(6)!
        c uri varchar!
        i pending_statuses_pkey primary | id
        f fk_pending_statuses_fetch_account_id fetch_account_id accounts id cascade
        f fk_pending_statuses_account_id account_id accounts id cascade
        t scheduled_expiration_statuses
        c id bigint! = nextval('scheduled_expiration_statuses_id_seq'::regclass)
        c account_id bigint
        c created_at timestamp!
        c scheduled_at timestamp
        c status_id bigint!
        c updated_at timestamp!
        i scheduled_expiration_statuses_pkey primary | id
        f fk_scheduled_expiration_statuses_account_id account_id accounts id cascade
        f fk_scheduled_expiration_statuses_status_id status_id statuses id cascade
        t sensitive_words
        c id bigint! = nextval('sensitive_words_id_seq'::regclass)
        c created_at timestamp(6)!
        c keyword varchar!
        c regexp boolean! = false
        c remote boolean! = false
        c spoiler boolean! = true
        c updated_at timestamp(6)!
        i sensitive_words_pkey primary | id
        t specified_domains
        c id bigint! = nextval('specified_domains_id_seq'::regclass)
        c created_at timestamp(6)!
        c domain varchar!
        c options jsonb! = '{}'::jsonb
        c table integer! = 0
        c updated_at timestamp(6)!
        i specified_domains_pkey primary | id
        t status_capability_tokens
        c id bigint! = nextval('status_capability_tokens_id_seq'::regclass)
        c created_at timestamp(6)!
        c status_id bigint!
        c token varchar
        c updated_at timestamp(6)!
        i status_capability_tokens_pkey primary | id
        f fk_status_capability_tokens_status_id status_id statuses id cascade
        t status_edits
        c markdown boolean = false
        t status_references
        c id bigint! = nextval('status_references_id_seq'::regclass)
        c attribute_type varchar
        c created_at timestamp!
        c quote boolean! = false
        c status_id bigint!
        c target_status_id bigint!
        c updated_at timestamp!
        i status_references_pkey primary | id
        f fk_status_references_target_status_id target_status_id statuses id cascade
        f fk_status_references_status_id status_id statuses id cascade
        t status_stats
        c emoji_reaction_accounts_count integer! = 0
        c emoji_reactions varchar
        c emoji_reactions_count integer! = 0
        c status_referred_by_count integer! = 0
        t statuses
        c limited_scope integer
        c markdown boolean = false
        c quote_of_id bigint
        c searchability integer
        k chuckya | bubble_domains statuses.content_type
        t bubble_domains
        c id bigint! = nextval('bubble_domains_id_seq'::regclass)
        c created_at timestamp(6)!
        c domain varchar! = ''::character varying
        c updated_at timestamp(6)!
        i bubble_domains_pkey primary | id
        t status_edits
        c content_type varchar
        t status_reactions
        c id bigint! = nextval('status_reactions_id_seq'::regclass)
        c account_id bigint!
        c created_at timestamp(6)!
        c custom_emoji_id bigint
        c name varchar! = ''::character varying
        c status_id bigint!
        c updated_at timestamp(6)!
        i status_reactions_pkey primary | id
        f fk_status_reactions_account_id account_id accounts id cascade
        f fk_status_reactions_custom_emoji_id custom_emoji_id custom_emojis id cascade
        f fk_status_reactions_status_id status_id statuses id cascade
        t status_stats
        c reactions_count bigint! = 0
        t statuses
        c content_type varchar
        c local_only boolean
        k hometown | statuses.activity_pub_type
        t lists
        c is_exclusive boolean = false
        t statuses
        c activity_pub_type varchar
        c local_only boolean
        k fedibird | account_subscribes statuses.expired_at
        t account_subscribes
        t circle_accounts
        t circles
        t domain_subscribes
        t emoji_reactions
        t favourite_domains
        t favourite_tags
        t follow_tags
        t follows
        c delivery boolean! = true
        t keyword_subscribes
        t lists
        c favourite boolean! = false
        t status_capability_tokens
        t status_expires
        t statuses
        c expired_at timestamp
        c quote_id bigint
        k ecko | static_settings statuses.content_type
        t accounts
        c donation_amount double = 0.0
        c sponsor integer = 0
        t donation_packages
        t donations
        t payment_intentions
        t registration_filters
        t static_settings
        t statuses
        c content_type varchar
        c local_only boolean
        k glitch-soc | statuses.content_type statuses.local_only
        t status_edits
        c content_type varchar
        t statuses
        c content_type varchar
        c local_only boolean
        """#
}
