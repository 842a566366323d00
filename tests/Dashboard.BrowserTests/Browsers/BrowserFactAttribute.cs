namespace Dashboard.BrowserTests.Browsers;

/// <summary>A test that drives Chromium; skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = Chromium.Path is null ? Chromium.Absent : null;
    }
}
