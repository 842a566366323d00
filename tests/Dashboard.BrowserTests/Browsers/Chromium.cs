using Microsoft.Playwright;

namespace Dashboard.BrowserTests.Browsers;

/// <summary>The browser of this machine: the environment variable CHROMIUM_PATH, else Debian's.</summary>
public static class Chromium
{
    public const string Absent = "Needs Chromium: set CHROMIUM_PATH, or install the package chromium.";
    private const string DebianPath = "/usr/bin/chromium";

    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), DebianPath }.FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
}
