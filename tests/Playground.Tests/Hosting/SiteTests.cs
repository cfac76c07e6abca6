using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Playground.Hosting;
using Playground.Tests.Browser;

namespace Playground.Tests.Hosting;

/// <summary>The written site, and how it is served.</summary>
public class SiteTests(SiteFixture site)
{
    [Fact]
    public void The_service_worker_keeps_every_file_but_itself()
    {
        string list = File.ReadAllText(Path.Combine(site.Folder, "files.js"));
        foreach (string path in Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(site.Folder, path).Replace('\\', '/');
            Assert.Equal(name is not ("files.js" or "service-worker.js"), list.Contains($"\"{name}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_version_changes_with_the_files_and_not_with_the_time()
    {
        DirectoryInfo again = Directory.CreateTempSubdirectory("playground-again-");
        try
        {
            SiteBuilder.Build(again.FullName);
            Assert.Equal(File.ReadAllText(Path.Combine(site.Folder, "files.js")), File.ReadAllText(Path.Combine(again.FullName, "files.js")));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_assembly_of_the_framework_is_listed()
    {
        string script = File.ReadAllText(Path.Combine(site.Folder, "framework/resources.js"));
        string[] assemblies = [.. Directory.EnumerateFiles(Path.Combine(site.Folder, "framework"), "*.dll").Select(path => Path.GetFileName(path))];
        Assert.Contains("GenNet.dll", assemblies);
        Assert.All(assemblies, name => Assert.Contains($"\"name\": \"{name}\"", script, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("engine/worker.js", "text/javascript")]
    [InlineData("framework/dotnet.native.wasm", "application/wasm")]
    [InlineData("framework/GenNet.dll", "application/octet-stream")]
    [InlineData("pages/digits/learned.safetensors", "application/octet-stream")]
    public async Task Files_have_their_types_and_are_compressed(string name, string type)
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, name));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task What_is_outside_the_site_is_not_served()
    {
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri(site.Address, "..%2f..%2fetc/passwd"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
