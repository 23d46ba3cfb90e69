# Sourced by mvnw and weirworks: puts a JDK >= 25 into JAVA_HOME, or ends with one clear sentence.
# Looked at, in this order: WEIRWORKS_JAVA_HOME, JAVA_HOME, the java on PATH, the usual install folders.

weirworks_jdk_version() { # the feature version that a JDK's own release file states; nothing where it is no JDK
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

weirworks_find_jdk() {
  if [ "$(uname -s)" != Linux ]; then
    echo "Weirworks builds and runs on Linux only; this system is $(uname -s)." >&2
    return 1
  fi
  java_on_path=$(command -v java 2>/dev/null || true)
  [ -z "$java_on_path" ] || java_on_path=$(dirname "$(dirname "$(readlink -f "$java_on_path")")")
  set +f # the folders below are patterns; the Maven wrapper runs with globbing off
  for jdk in "${WEIRWORKS_JAVA_HOME-}" "${JAVA_HOME-}" "$java_on_path" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    version=$(weirworks_jdk_version "$jdk")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "Weirworks needs a JDK 25 or newer and found none; install one (Debian: temurin-25-jdk) or point JAVA_HOME at it." >&2
  return 1
}

weirworks_find_jdk || exit 1
