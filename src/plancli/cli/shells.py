"""The scripts that make shells ask plancli what can be typed, and the form in which each of them is answered.

A script hands over the line up to the cursor as it stands; plancli takes it apart, because a shell's own words are
broken at `=` and `:` (bash) or still quoted (zsh).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancli.cli.command_line import CommandLine
    from plancli.cli.completing import Candidate

LINE = "_PLANCLI_LINE"
"""The variable in which a script hands over the line; `_PLANCLI_COMPLETE` names the shell."""

# bash replaces only what stands behind the last of COMP_WORDBREAKS, so that the rest of the word is taken off again.
BASH = """\
# bash: source <(plancli completion bash)
_plancli_complete() {
    local candidate line="${COMP_LINE:0:COMP_POINT}" word="${2-}"
    local whole="${line##*[[:space:]]}"
    local before="${whole%"$word"}"
    before="${before#[\\"\\']}"
    COMPREPLY=()
    while IFS= read -r candidate; do
        COMPREPLY+=("${candidate#"$before"}")
    done < <(_PLANCLI_COMPLETE=bash _PLANCLI_LINE="$line" "$1" 2>/dev/null)
}
complete -o nosort -o bashdefault -o default -F _plancli_complete plancli 2>/dev/null ||
    complete -o bashdefault -o default -F _plancli_complete plancli
"""

ZSH = """\
#compdef plancli
# zsh: source <(plancli completion zsh), behind compinit; or as the file _plancli in a folder of $fpath
_plancli() {
    local -a candidates
    local line="${(j: :)words[1,CURRENT-1]} ${(q)PREFIX}"
    candidates=("${(@f)$(_PLANCLI_COMPLETE=zsh _PLANCLI_LINE="$line" $words[1] 2>/dev/null)}")
    if [[ -n "$candidates" ]]; then
        _describe -V plancli candidates
    else
        _files
    fi
}
if [[ "$funcstack[1]" == _plancli ]]; then
    _plancli "$@"
else
    compdef _plancli plancli
fi
"""

FISH = """\
# fish: plancli completion fish | source
function __plancli_complete
    set -l found (_PLANCLI_COMPLETE=fish _PLANCLI_LINE=(commandline -cp | string collect) plancli 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c plancli -f -k -a '(__plancli_complete)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def answer(shell: str, line: CommandLine, candidate: Candidate) -> str:
    """A candidate as a shell's script reads it, on one line."""
    if shell == "bash":
        return line.quoted(candidate.word)
    if shell == "zsh":
        word = candidate.word.replace("\\", "\\\\").replace(":", "\\:")
        return f"{word}:{candidate.told}" if candidate.told else word
    return f"{candidate.word}\t{candidate.told}" if candidate.told else candidate.word
