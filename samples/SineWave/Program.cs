// A recurrent network goes on by itself: an Lstm learns the next value of waves, is given the beginning of one that it has not seen, and then hears its own voice.
//   dotnet run -c Release --project samples/SineWave -- --seed 1 --picture sine-wave.svg
// The way on is streaming (FreeRun.cs): one state, one Step for each value, and what comes out goes in again.
using System.CommandLine.Invocation;
using System.Globalization;
using SineWave;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Learning.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
