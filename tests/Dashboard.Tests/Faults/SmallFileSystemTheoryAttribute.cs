namespace Dashboard.Tests.Faults;

/// <summary>A theory that fills a real file system; skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallFileSystemTheoryAttribute : TheoryAttribute
{
    public SmallFileSystemTheoryAttribute() => Skip = SmallFileSystem.Absent;
}
