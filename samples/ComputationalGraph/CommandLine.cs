using System;
using System.CommandLine;

namespace Lecture;

/// <summary>The one option and its default.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Func<string, int> run)
    {
        var pictures = new Option<string>("--pictures") { Description = "The folder for the SVG files of the graphs.", DefaultValueFactory = _ => "graphs" };
        var root = new RootCommand("Gradients of the functions of a lecture on backpropagation, and their computational graphs.") { pictures };
        root.SetAction(parsed => run(parsed.GetValue(pictures)!));
        return root;
    }
}
