#!/bin/bash
# Elasticsearch with two users besides its superuser, in files beside its settings: they are there before it first answers,
# and are made again with each container. Passwords go by standard input, not by arguments.
set -eu
cd /usr/share/elasticsearch

# user NAME ROLE
user() {
    grep -q "^$1:" config/users 2>/dev/null && return
    printf '%s\n' "$(cat "/secrets/admin/$1")" "$(cat "/secrets/admin/$1")" \
        | CLI_JAVA_OPTS=-XX:TieredStopAtLevel=1 bin/elasticsearch-users useradd "$1" -r "$2" >/dev/null
}

cp /docker/elasticsearch-roles.yml config/roles.yml
user tadoru tadoru
user kibana-server kibana_system
exec /usr/local/bin/docker-entrypoint.sh eswrapper
