// Networks that speak: from the characters of a text so far to the next one. A Gru, and a decoder of two blocks of attention.
//   dotnet run -c Release --project samples/CharacterModel -- --model both --picture character-model.svg
//   dotnet run -c Release --project samples/CharacterModel -- --model decoder --output decoder.safetensors
//   dotnet run -c Release --project samples/CharacterModel -- --model decoder --load decoder.safetensors --prompt "ROMEO:\n" --temperature 0.7
// shakespeare.txt holds 40,000 lines of the plays of William Shakespeare, which are in the public domain; --text takes a text of one's own.
using System.CommandLine.Invocation;
using System.Globalization;
using CharacterModel;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Experiment.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
