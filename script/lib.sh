# What the scripts share, read by them with `.`: messages, and installing what a machine misses.
# Installs nothing that is there, and says each thing before it does it. `script/prove-install`
# shows what it would do on machines that lack one thing or another.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# need COMMAND PACKAGE…: the Debian packages that give COMMAND, if it is missing.
apt_lists_are_fresh=
need() {
  local command=$1 as_root=()
  shift
  have "$command" && return 0
  have apt-get || fail "$command is missing, and so is apt-get: install $command (in Debian: $*)"
  if [ "$(id -u)" != 0 ]; then
    have sudo || fail "$command is missing: run as root: apt-get install $*"
    as_root=(sudo)
  fi
  say "$command is missing: installing $*"
  if [ -z "$apt_lists_are_fresh" ]; then
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q ||
      fail "apt-get update failed: is a package mirror reachable?"
    apt_lists_are_fresh=yes
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "$@" ||
    fail "apt-get could not install $*"
  hash -r
  have "$command" || fail "$* are installed, and $command is still missing"
}

# Rust as rust-toolchain.toml wants it, by rustup, and what it links with.
need_rust() {
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} installer
  need cc gcc libc6-dev
  need git git
  if ! have cargo && [ -x "$cargo_home/bin/cargo" ]; then
    PATH="$cargo_home/bin:$PATH"
  fi
  if ! have cargo; then
    need curl curl ca-certificates
    say "cargo is missing: installing rustup into $cargo_home"
    installer=$(mktemp)
    curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location \
      --output "$installer" https://sh.rustup.rs ||
      fail "cannot fetch rustup: install Rust by hand (https://rustup.rs), then run this again"
    sh "$installer" -y --no-modify-path --profile minimal --default-toolchain none ||
      fail "rustup's installer failed"
    rm -f "$installer"
    PATH="$cargo_home/bin:$PATH"
    have cargo || fail "rustup is installed, and cargo is still missing in $cargo_home/bin"
  fi
  export PATH
  if have rustup && ! (cd "$root" && rustup show active-toolchain >/dev/null 2>&1); then
    say "installing the toolchain of rust-toolchain.toml"
    (cd "$root" && rustup toolchain install) || fail "rustup could not install the toolchain"
  fi
}

# Builds go to one folder outside the checkout, so that a second checkout starts warm.
#
# Cargo tells two checkouts in one such folder apart by the times of their files alone, and would run
# what the other one built. So the crates of the workspace (no others) are built anew when the
# checkout is another than the last one.
use_target_folder() {
  export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/tamis/target}
  local last=$CARGO_TARGET_DIR/.checkout
  mkdir -p "$CARGO_TARGET_DIR"
  if [ "$(cat "$last" 2>/dev/null)" != "$root" ]; then
    rm -rf "$CARGO_TARGET_DIR"/*/.fingerprint/{tamis,xtask}-*
    printf '%s\n' "$root" >"$last"
  fi
}
