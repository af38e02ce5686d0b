/** What the panel says before anything was asked. */
export function Welcome() {
  return (
    <div class="welcome">
      <p class="lead">The gist of the page in front of you, made on this machine.</p>
      <p>
        Press <strong>Summarize</strong> above, Sotto’s toolbar button or <kbd>Alt+Shift+S</kbd>, or
        right-click the page. To summarize only a part, select it first.
      </p>
    </div>
  );
}
