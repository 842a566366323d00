using Xunit;

namespace TestSupport;

/// <summary>A test that needs a file of the shared data; skipped by name where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        if (!SharedData.Exists(relativePath))
        {
            Skip = $"Needs shared/data/{relativePath}, which is not part of the repository.";
        }
    }

    public string RelativePath { get; }
}
