// Builds the site of the playground and serves it on this machine, or writes it for any web host:
//   dotnet run -c Release --project samples/Playground
//   dotnet run -c Release --project samples/Playground -- --output DIR
using System.CommandLine.Invocation;
using System.Globalization;
using Playground;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(PlaygroundRun.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
