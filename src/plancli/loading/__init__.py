"""From a source's files to a plan, with every problem on the way; the plan always comes, as far as it can."""
