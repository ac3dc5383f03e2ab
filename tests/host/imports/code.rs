//! Reads out of Rust code what it uses.

/// The code of `text`, without comments and the insides of strings.
pub(super) fn code(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let mut quoted = false;
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '/' if !quoted && characters.peek() == Some(&'/') => break,
                '\\' if quoted => drop(characters.next()),
                '"' => quoted = !quoted,
                _ if quoted => {}
                other => code.push(other),
            }
        }
        code.push('\n');
    }
    code
}

/// The paths that `code` imports, and the paths of several parts that it writes out elsewhere.
pub(super) fn paths(code: &str) -> (Vec<String>, Vec<String>) {
    let mut imported = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        if let Some(start) = start_of_use(statement) {
            rest.push_str(&statement[..start]);
            imported.extend(expanded(statement[start + 4..].trim_end_matches(';')));
        } else {
            rest.push_str(statement);
        }
    }
    let is_path = |character: char| character.is_alphanumeric() || "_:".contains(character);
    let written_out = rest
        .split(|character| !is_path(character))
        .map(|path| path.trim_end_matches(':'))
        .filter(|path| path.contains("::") && path.starts_with(|it: char| it.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect();
    (imported, written_out)
}

/// The name that an imported path has from then on.
pub(super) fn name(path: &str) -> &str {
    let path = path.strip_suffix("::self").unwrap_or(path);
    path.rsplit([' ', ':']).next().unwrap_or_default()
}

fn start_of_use(statement: &str) -> Option<usize> {
    let mut places = statement.match_indices("use ").map(|(at, _)| at);
    places.find(|at| {
        let before = statement[..*at].trim_end_matches(' ');
        before.is_empty() || before.ends_with(['\n', ')', '{', '}']) || before.ends_with("pub")
    })
}

/// Each path that a `use` stands for: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expanded(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((start, group)) = tree.split_once('{') else {
        return vec![tree.to_owned()];
    };
    let group = group.strip_suffix('}').unwrap_or(group);
    let mut depth = 0;
    let items = group.split(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && character == ','
    });
    items
        .filter(|item| !item.trim().is_empty())
        .flat_map(expanded)
        .map(|item| format!("{start}{item}"))
        .collect()
}
