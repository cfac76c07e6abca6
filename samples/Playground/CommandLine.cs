using System;
using System.CommandLine;

namespace Playground;

/// <summary>What the command line asks for.</summary>
/// <param name="Output">The folder that the site is written to, or null where it is served.</param>
/// <param name="Port">The port on this machine; 0 for a free one.</param>
/// <param name="Learn">The folder of MNIST's files, where the digits' parameters are to be learned anew; or null.</param>
/// <param name="Evaluate">The folder of MNIST's files, where they are to be tested; or null.</param>
/// <param name="Parameters">The file of the digits' parameters, for both.</param>
internal sealed record PlaygroundOptions(string? Output, int Port, string? Learn, string? Evaluate, string Parameters);

/// <summary>The options, their defaults and their checks.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<PlaygroundOptions, int> run)
    {
        var output = new Option<string?>("--output") { Description = "Write the site to this folder, for any web host, instead of serving it." };
        var port = new Option<int>("--port") { Description = "The port on this machine; 0 takes a free one.", DefaultValueFactory = _ => 5080 };
        var learn = new Option<string?>("--learn") { Description = "Learn the parameters of the digits' network from the MNIST files in this folder." };
        var evaluate = new Option<string?>("--evaluate") { Description = "Say how many of the MNIST test images in this folder the digits' network gets right." };
        var parameters = new Option<string>("--parameters")
        {
            Description = "The file that --learn writes and --evaluate reads.",
            DefaultValueFactory = _ => "samples/Playground/Site/pages/digits/learned.safetensors",
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port must be 0 to 65535.");
        });

        var root = new RootCommand("Networks that learn in the browser: builds the site and serves it on this machine.") { output, port, learn, evaluate, parameters };
        root.SetAction(parsed => run(new PlaygroundOptions(
            parsed.GetValue(output), parsed.GetValue(port), parsed.GetValue(learn), parsed.GetValue(evaluate), parsed.GetValue(parameters)!)));
        return root;
    }
}
