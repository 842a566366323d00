namespace Dashboard.BrowserTests.Browsers;

/// <summary>The same for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        Skip = Chromium.Path is null ? Chromium.Absent : null;
    }
}
