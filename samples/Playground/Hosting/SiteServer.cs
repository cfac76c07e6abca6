using System;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Playground.Hosting;

/// <summary>The site on this machine: static files with their types, compressed.</summary>
internal sealed class SiteServer : IDisposable
{
    private readonly WebApplication _application;

    private SiteServer(WebApplication application) => _application = application;

    /// <summary>Where it can be seen.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Serves a folder until it is disposed.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    public static SiteServer Start(string folder, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddResponseCompression(options => options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/javascript", "application/octet-stream"]);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

        WebApplication application = builder.Build();
        var files = new PhysicalFileProvider(folder);
        application.UseResponseCompression();
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = ContentTypes(),
            // The next build may have other files under the same names.
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
        });
        application.Start();
        return new SiteServer(application);
    }

    /// <summary>Waits until the process is asked to end.</summary>
    public void WaitForShutdown() => _application.WaitForShutdownAsync(CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose() => ((IDisposable)_application).Dispose();

    private static FileExtensionContentTypeProvider ContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".wasm"] = "application/wasm";
        types.Mappings[".dll"] = "application/octet-stream";
        types.Mappings[".safetensors"] = "application/octet-stream";
        types.Mappings[".js"] = "text/javascript";
        return types;
    }
}
