using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class ModelFileTests
{
    private static readonly byte[] Model = Write();

    [Fact]
    public void AnyChangedByte_IsRefused()
    {
        var random = new Random(2);
        for (int round = 0; round < 200; round++)
        {
            byte[] damaged = [.. Model];
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);

            Should.Throw<InputErrorException>(() => ModelFileReader.Read(new MemoryStream(damaged), "a.model")).Message.ShouldStartWith("a.model is ");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(-1)]
    public void FileCutShort_IsRefused(int length)
    {
        byte[] cut = Model[..(length < 0 ? Model.Length + length : length)];

        Should.Throw<InputErrorException>(() => ModelFileReader.Read(new MemoryStream(cut), "a.model"));
    }

    [Fact]
    public void ForeignFile_IsRefusedWithWhatToDo()
    {
        byte[] foreign = new byte[5_000];
        new Random(1).NextBytes(foreign);

        Should.Throw<InputErrorException>(() => ModelFileReader.Read(new MemoryStream(foreign), "holiday.jpg")).Message
            .ShouldBe("holiday.jpg is not a model file of this program: it has 5000 bytes and does not begin as one. Give a file that \"train\" wrote.");
    }

    [Fact]
    public void ModelWithoutComplaintHeads_IsNoModelOfComplaints() =>
        Should.Throw<InputErrorException>(() => ComplaintModel.Load(new MemoryStream(Model), "a.model")).Message.ShouldContain(ComplaintModel.BusinessAreaHead);

    private static byte[] Write()
    {
        LabelledText[] rows = InventedRows.Create(60, isMultiLabel: false);
        TrainedClassifier trained = new TextClassifierTrainer(TextClassifierOptions.For(rows.Length, hasFields: false))
            .Fit(rows, "kind", isMultiLabel: false, new Dictionary<string, string>());
        using var stream = new MemoryStream();
        ModelFileWriter.Write(trained.Classifier, stream);
        return stream.ToArray();
    }
}
