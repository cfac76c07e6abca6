// All optimizers on the same problems: their paths over a surface of two parameters, and the losses of one small network.
// Usage: Optimizers [epochs [directory]]   (100 epochs; the pictures go to the working directory)
using System;
using System.Globalization;
using System.IO;
using Optimizers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int epochs = 100;
string directory = args.Length > 1 ? args[1] : ".";
if (args.Length > 2 || (args.Length > 0 && (!int.TryParse(args[0], out epochs) || epochs < 1)))
{
    Console.Error.WriteLine("usage: Optimizers [epochs [directory]]   (at least 1 epoch)");
    return 1;
}

string paths = Path.Combine(directory, "optimizer-paths.svg"), losses = Path.Combine(directory, "optimizer-losses.svg");
SurfacePaths.Draw(paths);
LossCurves.Draw(losses, epochs);
Console.WriteLine($"wrote {paths} and {losses}");
return 0;
