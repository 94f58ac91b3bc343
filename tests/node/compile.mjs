// Compiles one Solidity file: its text on the input, `{name: {abi, bytecode}}` on the output. Imports are npm packages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import solc from 'solc'

const require = createRequire(import.meta.url)
const contents = (path) => ({ contents: readFileSync(require.resolve(path), 'utf8') })
const input = {
  language: 'Solidity',
  sources: { 'source.sol': { content: readFileSync(0, 'utf8') } },
  settings: { evmVersion: 'cancun', outputSelection: { 'source.sol': { '*': ['abi', 'evm.bytecode.object'] } } },
}
const made = JSON.parse(solc.compile(JSON.stringify(input), { import: contents }))
if (made.errors?.length) {
  console.error(made.errors.map((each) => each.formattedMessage).join('\n'))
  process.exit(1)
}
const contracts = Object.entries(made.contracts['source.sol'])
const artifact = ({ abi, evm }) => ({ abi, bytecode: `0x${evm.bytecode.object}` })
console.log(JSON.stringify(Object.fromEntries(contracts.map(([name, one]) => [name, artifact(one)]))))
