#!/usr/bin/env bash
# Creates the Secrets that the manifests refer to, with random values. What exists already stays as it is.
#   k8s/create-secrets.sh                 in the current context of kubectl
# Nothing secret is printed, written to a file, or put into the arguments of a program, where other processes could read it.
# docs/operations.md says how to read one and how to replace one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
namespace=monitoring

for program in kubectl openssl base64; do
  command -v "$program" >/dev/null || { echo "$program is not on PATH: install it and try again." >&2; exit 1; }
done

random() { # as many letters and digits
  local text=
  while ((${#text} < $1)); do text+=$(openssl rand -base64 48 | tr -dc 'A-Za-z0-9'); done
  printf %s "${text:0:$1}"
}
# SonarQube and others want every kind of character; letters and digits alone are not enough for them.
password() { printf '%s' "$(random 28)-aA1"; }

secret() { # name, then key and value by turns
  local name=$1; shift
  if kubectl --namespace "$namespace" get secret "$name" --output name >/dev/null 2>&1; then
    echo "secret/$name is there already: kept"
    return
  fi
  {
    printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: %s\n  labels:\n    app.kubernetes.io/part-of: gomon\ntype: Opaque\ndata:\n' "$name" "$namespace"
    while (($# > 0)); do
      printf '  %s: %s\n' "$1" "$(printf %s "$2" | base64 | tr -d '\n')"
      shift 2
    done
  } | kubectl create --filename - >/dev/null
  echo "secret/$name created"
}

kubectl apply --filename "$here/monitoring/namespaces.yaml" >/dev/null

secret grafana-admin admin-user admin admin-password "$(password)"
secret postgres-credentials password "$(random 32)"
secret sonarqube-admin admin-password "$(password)" monitoring-passcode "$(random 32)"
secret kibana-encryption saved-objects "$(random 48)" reporting "$(random 48)" security "$(random 48)"
secret portal backend-secret "$(random 48)"
secret portal-database password "$(random 32)"

# nginx reads the hash; people read user and password.
login=$(password)
secret ingress-login user gomon password "$login" auth "gomon:$(printf %s "$login" | openssl passwd -apr1 -stdin)"
