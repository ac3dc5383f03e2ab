//! An entry of the reader's list.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::notes::LONGEST_ANSWER;

#[derive(PartialEq, Properties)]
pub(super) struct EntryProps {
    /// Its place on the list.
    pub(super) number: usize,
    /// The question in words.
    pub(super) words: String,
    /// The answer to begin with: from then on the field has it.
    pub(super) answer: String,
    /// The label of the button that removes it, for a question of the reader's own.
    pub(super) remove: Option<String>,
}

/// A question with the field for its answer. The words of an answer stand nowhere but in it.
///
/// The field is filled once. What the reader writes is never written back, so that whoever is writing is not disturbed.
#[component]
pub(super) fn Entry(props: &EntryProps) -> Html {
    let field = use_node_ref();
    use_effect_with((), {
        let (field, answer) = (field.clone(), props.answer.clone());
        move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&answer);
            }
        }
    });
    let EntryProps {
        number,
        words,
        remove,
        ..
    } = props;
    let id = ["note-", &number.to_string()].concat();
    html! {
        <li data-live="">
            <label for={id.clone()}>{ words }</label>
            // With a placeholder the stylesheet knows an empty field.
            <div class="answer">
                <textarea ref={field} {id} rows="2" maxlength={LONGEST_ANSWER.to_string()} placeholder=" " />
            </div>
            if let Some(remove) = remove {
                <button
                    type="button"
                    class="tool"
                    data-tool="remove-question"
                    aria-label={[&**remove, ": ", words].concat()}
                >
                    { remove }
                </button>
            }
        </li>
    }
}
