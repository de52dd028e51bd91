#!/bin/sh
# Replaces SonarQube's first password, admin, which everybody knows, by the one of the Secret. Run again, it changes nothing.
# Passwords reach curl in its configuration, never in its arguments, which other processes could read.
set -eu
password=$(cat "${ADMIN_PASSWORD_FILE:-/run/secrets/sonarqube/admin-password}")
host=${SONARQUBE_URL:-http://sonarqube.monitoring.svc.cluster.local:9000}

ask() { # password, then curl's other settings, one a line; prints the status and the body
  printf 'user = "admin:%s"\n%s\n' "$1" "$2" |
    curl --silent --show-error --max-time 20 --config - --write-out '\n%{http_code}'
}

case $(ask "$password" "url = $host/api/authentication/validate") in
  *'"valid":true'*) echo "the password is set"; exit 0 ;;
esac
answer=$(ask admin "url = $host/api/users/change_password
data-urlencode = \"login=admin\"
data-urlencode = \"previousPassword=admin\"
data-urlencode = \"password=$password\"")
case $answer in
  *204) echo "the first password is changed" ;;
  *401) echo "neither the Secret's password nor the first one is right: somebody has changed it. Put the right one into the Secret sonarqube-admin." >&2; exit 1 ;;
  *) echo "SonarQube did not change the password: $answer" >&2; exit 1 ;;
esac
