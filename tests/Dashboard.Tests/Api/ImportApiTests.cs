using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dashboard.Tests.Hosting;
using TestSupport.Files;

namespace Dashboard.Tests.Api;

public sealed class ImportApiTests : EmptyDashboardTests
{
    private const string Address = "/api/v1/imports?profile=home-office-sample";

    [Fact]
    public async Task PostedFile_IsAnsweredWithAnAccountThatBalances()
    {
        JsonElement account = await ImportAsync(Encoding.UTF8.GetBytes(SampleRows.FiveRows));

        (Number(account, "read"), Number(account, "accepted"), Number(account, "duplicates"), Number(account, "updated"), Number(account, "quarantined")).ShouldBe((5, 3, 0, 0, 2));
        account.GetProperty("imports")[0].GetProperty("file").GetString().ShouldBe("five.csv");
        (await Client.GetAsync("/imports/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        Number(await ImportAsync(Encoding.UTF8.GetBytes(SampleRows.FiveRows)), "duplicates").ShouldBe(3);
    }

    [Fact]
    public async Task PostedFile_CanBeReadAgainWithTheAddressOfItsRefusedRows()
    {
        JsonElement file = (await ImportAsync(Encoding.UTF8.GetBytes(SampleRows.FiveRows))).GetProperty("imports")[0];

        Number(file.GetProperty("account"), "quarantined").ShouldBe(2);
        (await Client.GetStringAsync(file.GetProperty("refusedRows").GetString())).ShouldContain("DateReceived");
        JsonElement list = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/imports")).RootElement;
        Number(list, "count").ShouldBe(1);
        Number(list.GetProperty("imports")[0], "quarantined").ShouldBe(2);
    }

    [Theory]
    [InlineData("POST", "/api/v1/imports", HttpStatusCode.BadRequest, "home-office-sample")]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "404")]
    [InlineData("POST", "/api/v1/signals", HttpStatusCode.MethodNotAllowed, "GET")]
    public async Task MistakenRequest_IsAnsweredAsAProgramReadsIt(string method, string address, HttpStatusCode status, string expected)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address);

        HttpResponseMessage response = await Client.SendAsync(request);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldContain(expected);
    }

    [Fact]
    public async Task FileWithoutAHeader_IsRefusedWithoutShowingItsFirstComplaint()
    {
        string detail = await (await PostAsync(Address, Encoding.UTF8.GetBytes(SampleRows.Row("T-1234", text: "My name is Margaret Holloway")))).Content.ReadAsStringAsync();

        detail.ShouldContain("no header");
        detail.ShouldNotContain("Holloway");
        detail.ShouldNotContain("T-1234");
    }

    [Fact]
    public async Task PostedArchive_IsUnfolded()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(SampleRows.FiveRows));
        }

        Number(await ImportAsync(packed.ToArray()), "read").ShouldBe(5);
    }

    [Theory]
    [InlineData("/api/v1/imports?profile=nobody", "a,b", HttpStatusCode.BadRequest, "nobody")]
    [InlineData(Address, "a,b", HttpStatusCode.UnprocessableEntity, "no file of the profile")]
    [InlineData(Address, "", HttpStatusCode.UnprocessableEntity, "empty")]
    public async Task FileThatCannotBeImported_IsASentence(string address, string content, HttpStatusCode status, string expected)
    {
        HttpResponseMessage response = await PostAsync(address, Encoding.UTF8.GetBytes(content));

        response.StatusCode.ShouldBe(status);
        string detail = await response.Content.ReadAsStringAsync();
        detail.ShouldContain(expected);
        detail.ShouldNotContain(Path.GetTempPath());
    }

    [Fact]
    public async Task RequestFromAnotherSite_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address) { Content = new StringContent(SampleRows.FiveRows) };
        request.Headers.Add("Origin", "https://example.org");

        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Form_IsRefusedWithAdvice()
    {
        using MultipartFormDataContent form = new() { { new StringContent("x"), "file", "a.csv" } };

        HttpResponseMessage response = await Client.PostAsync(Address, form);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadAsStringAsync()).ShouldContain("as the body");
    }

    [Fact]
    public async Task TooLargeFile_IsRefusedBeforeItIsSent()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Address) { Content = new EmptyClaim() };
        request.Headers.ExpectContinue = true;

        HttpResponseMessage response = await Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static int Number(JsonElement account, string name) => account.GetProperty(name).GetInt32();

    private async Task<JsonElement> ImportAsync(byte[] content)
    {
        HttpResponseMessage response = await PostAsync(Address + "&fileName=five.csv", content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    private async Task<HttpResponseMessage> PostAsync(string address, byte[] content)
    {
        using ByteArrayContent body = new(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await Client.PostAsync(address, body);
    }

    /// <summary>Claims to be a gigabyte and waits to be asked for it.</summary>
    private sealed class EmptyClaim : HttpContent
    {
        private const long Gigabyte = 1L << 30;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("The server wanted the body.");

        protected override bool TryComputeLength(out long length)
        {
            length = Gigabyte;
            return true;
        }
    }
}
