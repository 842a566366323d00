using Ingest.Models;
using Insights;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Models;

public sealed class WordVectorFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vectors").FullName;

    [Fact]
    public void PartsFollowOneAnother()
    {
        Write("cat\ndog\n", [1, 2], [3, 4]);

        WordVectorFile.Load(folder, "small").Dimensions.ShouldBe(2);
    }

    [Fact]
    public void MissingFile_IsNamed() =>
        Should.Throw<InputErrorException>(() => WordVectorFile.Load(folder, "none")).Message.ShouldContain("none.words.txt");

    [Fact]
    public void FilesThatDoNotFit_AreRefusedWithBothNumbers()
    {
        Write("cat\ndog\n", [1, 2], [3]);

        Should.Throw<InputErrorException>(() => WordVectorFile.Load(folder, "small")).Message.ShouldContain("2 words and the files small.1.bin and following have 3 bytes");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string words, byte[] first, byte[] second)
    {
        File.WriteAllText(Path.Combine(folder, "small.words.txt"), words);
        File.WriteAllBytes(Path.Combine(folder, "small.1.bin"), first);
        File.WriteAllBytes(Path.Combine(folder, "small.2.bin"), second);
    }
}
