#!/bin/bash
# Makes each password once, on the first start, where only who needs it can read it. Nothing is ever printed.
set -eu
umask 077

# make FILE: something nobody can guess
make() {
    [ -s "$1" ] && return
    head -c 32 /dev/urandom | base64 -w0 | tr -d '+/=\n' >"$1.new"
    mv "$1.new" "$1"
}

# hand FROM TO UID: the same secret for another user to read
hand() {
    [ "$1" = "$2" ] || cp "$1" "$2"
    chown "$3:$3" "$2"
    chmod 400 "$2"
}

cd /secrets
for user in elastic kibana-server tadoru; do # Elasticsearch's own folder
    make "admin/$user"
    hand "admin/$user" "admin/$user" 1000
done
hand admin/tadoru tadoru/elasticsearch 10001
hand admin/kibana-server kibana/password 1000
make kibana/key # with which Kibana encrypts what it keeps
hand kibana/key kibana/key 1000
chmod 755 admin tadoru kibana
