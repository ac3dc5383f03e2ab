// What html-validate checks in dist. A rule that is off or changed says why.
export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The files lie in one folder on one host: a hash would only say that the page and they are of one build.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
