// Has the clock of the page stand still, since what a page says can depend on the day.
{
  const Clock = Date;
  const now = Clock.parse("{{clock}}");
  window.Date = class extends Clock {
    constructor(...given) {
      super(...(given.length ? given : [now]));
    }

    static now() {
      return now;
    }
  };
}
